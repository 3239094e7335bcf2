package io.qunbot.ranking;

/**
 * Features that look at one thing from several sides. They go together so much that only their sum says
 * something: one side may speak for an entry because another already speaks against it too loudly.
 */
enum Family {
    MEANING("意思"),
    LETTERS("字面和读音"),
    WORDS("每个词有没有着落"),
    FORM("问的是什么"),
    DENIAL("否定和数字"),
    TALK("像不像闲聊"),
    LENGTH("长短"),
    CATALOGUE("整本问答:条目多少,离闲聊多远");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /** For the operator. */
    String title() {
        return title;
    }
}
