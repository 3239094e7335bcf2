package io.qunbot.bot.lint;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Words;

/** Why words are to be avoided, and the code under which that is reported. */
public enum Kind {
    @Key({"诱导", "induce"})
    @Doc(zh = "诱导分享、拉人", en = "inducing people to share or to bring others in")
    INDUCE("R321", "诱导", "inducing"),
    @Key({"紧迫", "hurry"})
    @Doc(zh = "虚假的稀缺和催促", en = "false scarcity and haste")
    HURRY("R322", "制造紧迫", "pressing"),
    @Key({"绝对", "absolute"})
    @Doc(zh = "广告法不允许的绝对用语", en = "absolute claims that the advertising law forbids")
    ABSOLUTE("R323", "绝对用语", "an absolute claim"),
    @Key({"其他", "other"})
    @Doc(zh = "自己规定不说的", en = "what your house does not say")
    OTHER("R324", "不该说的话", "words to be avoided"),
    @Key({"身份", "robot"})
    @Doc(zh = "自称机器人的话,只在客户群里提醒", en = "words of a robot, named in customer groups only")
    ROBOT("R325", "自称机器人", "words of a robot");

    private final String code;
    private final String zh;
    private final String en;

    Kind(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    String code() {
        return code;
    }

    Words label() {
        return new Words(zh, en);
    }
}
