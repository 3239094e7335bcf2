package io.qunbot.chat;

/** What markdown can say beyond words. */
public enum Mark {
    HEADING("标题", "headings"),
    BOLD("加粗", "bold"),
    ITALIC("斜体", "italics"),
    LINK("链接", "links"),
    PICTURE("图片", "pictures"),
    QUOTE("引用", "quotations"),
    CODE("行内代码", "inline code"),
    BLOCK("代码块", "blocks of code"),
    LIST("列表", "lists"),
    TABLE("表格", "tables"),
    RULE("分割线", "rules"),
    COLOUR("颜色", "colours"),
    MENTION("@ 成员", "mentions");

    private final String zh;
    private final String en;

    Mark(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Phrase words() {
        return new Phrase(zh, en);
    }
}
