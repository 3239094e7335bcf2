package io.qunbot.yaml;

/** The language in which operators are spoken to. */
public enum Language {
    ZH,
    EN
}
