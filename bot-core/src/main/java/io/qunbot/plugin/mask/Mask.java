package io.qunbot.plugin.mask;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be hidden. */
public enum Mask {
    @Doc(zh = "手机号,露出前三位和后四位", en = "mobile numbers: three digits in front and four behind are shown")
    @Key({"手机号", "phone"})
    PHONE("手机号", "phone"),
    @Doc(zh = "身份证号,校验码对得上的才算", en = "identity card numbers, only those whose check digit is right")
    @Key({"身份证号", "id-card"})
    ID_CARD("身份证号", "id-card"),
    @Doc(zh = "银行卡号,校验位对得上的才算", en = "bank card numbers, only those whose check digit is right")
    @Key({"银行卡号", "bank-card"})
    BANK_CARD("银行卡号", "bank-card"),
    @Doc(zh = "邮箱", en = "addresses of e-mail")
    @Key({"邮箱", "email"})
    EMAIL("邮箱", "email"),
    @Doc(zh = "谁说的:成员的 id 和名字", en = "who said it: the ids and names of members")
    @Key({"成员", "member"})
    MEMBER("成员", "member");

    private final String zh;
    private final String en;

    Mask(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** As operators call it. */
    public String title() {
        return zh;
    }

    /** Empty when nothing is called so. */
    public static Optional<Mask> of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(mask -> mask.zh.equals(plain) || mask.en.equals(plain)).findFirst();
    }
}
