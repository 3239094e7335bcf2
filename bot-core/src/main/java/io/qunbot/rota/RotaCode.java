package io.qunbot.rota;

import io.qunbot.yaml.Words;

/** The problems of rotas. Ids are stable. */
public enum RotaCode {
    NOBODY("P015", "值班表里没有人,或者没写从哪天开始", "a rota without anybody, or without its first day"),
    NOT_IN_IT("P016", "这个人不在值班表里", "somebody who is not in the rota"),
    DATES("P017", "日期前后颠倒", "dates the wrong way round"),
    TWICE("P018", "同一个时间写了两次", "the same time twice"),
    TWO("P019", "换班要正好两个人", "a swap is between two");

    private final String id;
    private final String zh;
    private final String en;

    RotaCode(String id, String zh, String en) {
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
