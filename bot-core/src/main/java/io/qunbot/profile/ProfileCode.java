package io.qunbot.profile;

import io.qunbot.yaml.Words;

/** The problems that concern profiles and the way they belong together. Ids are stable. */
public enum ProfileCode {
    UNKNOWN_PARENT("P001", "继承了不存在的配置", "extends a profile that does not exist"),
    CIRCLE("P002", "配置之间互相继承",
            "profiles extend each other"),
    BROKEN_PARENT("P003", "继承的配置有错误",
            "the profile it extends has errors"),
    DUPLICATE_ID("P004", "两份配置用了同一个代号",
            "two profiles have the same id"),
    CLAIMED_TWICE("P005", "两份配置要管同一个群",
            "two profiles claim the same group"),
    NO_PURPOSE("P006", "没有写 goal 或 value",
            "there is no goal or no value"),
    NO_GROUPS("P007", "没有写管哪些群",
            "there are no groups"),
    UNKNOWN_PLUGIN("P008", "没有这个插件",
            "there is no such plugin"),
    PLUGIN_FAILED("P009", "插件自己出错了",
            "a plugin failed"),
    NOTHING_TO_REMOVE("P010",
            "要去掉的东西本来就没有",
            "there is nothing to remove"),
    NOT_FOR_ONE_GROUP(
            "P011", "这个字段不能单独给一个群",
            "one group alone cannot have this field"),
    UNUSED_FILE("P012", "没有配置用到这个文件",
            "no profile uses this file"),
    NO_SUCH_POST("P013", "staff 里没有这个岗位",
            "staff has no such post"),
    NO_SUCH_ROTA("P014", "没有这张值班表",
            "there is no such rota");

    private final String id;
    private final String zh;
    private final String en;

    ProfileCode(String id, String zh, String en) {
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
