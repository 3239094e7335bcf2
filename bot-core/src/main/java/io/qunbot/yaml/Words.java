package io.qunbot.yaml;

/** A sentence for operators, in Chinese and in English. */
public record Words(String zh, String en) {

    public static final Words NONE = new Words("", "");

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    public boolean isEmpty() {
        return zh.isEmpty();
    }
}
