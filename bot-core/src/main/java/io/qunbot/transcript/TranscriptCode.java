package io.qunbot.transcript;

import io.qunbot.yaml.Words;

/** The problems of test files. Ids are stable: operators look them up. */
public enum TranscriptCode {
    LINE("T001", "看不懂对话里的一行", "a line of a conversation makes no sense"),
    TIME("T002", "时间写得不对", "a time is written wrongly"),
    BACKWARDS("T003", "时间往回走了", "time goes backwards"),
    UNKNOWN_PERSON("T004", "不认识这个人或岗位", "nobody knows this person or post"),
    UNKNOWN_PROFILE("T005", "没有要测的这份配置", "the profile to be tested does not exist"),
    UNKNOWN_POST("T006", "people 里的人在 staff 里找不到", "somebody of people is not to be found in staff"),
    TWICE("T007", "两个用例用了同一个名字", "two cases have the same name"),
    NOTHING_BEFORE("T008", "前面还没有消息,没有可以重投的", "there is nothing before it that could be delivered again"),
    NO_CHAT("T009", "用例里没有对话", "a case without a conversation");

    private final String id;
    private final String zh;
    private final String en;

    TranscriptCode(String id, String zh, String en) {
        this.id = id;
        this.zh = zh;
        this.en = en;
    }

    public String id() {
        return id;
    }

    /** What this code stands for, in a line. */
    public Words description() {
        return new Words(zh, en);
    }
}
