package io.qunbot.yaml;

/** The problems this package can find. Ids are stable: operators look them up. */
public enum Code {
    NOT_UTF8("Y001", "文件不是 UTF-8 编码", "the file is not UTF-8"),
    LIMIT("Y002", "文件太大、嵌套太深或引用太多",
            "the file is too large, too deep or has too many aliases"),
    EMPTY_FILE("Y003", "文件里什么也没有",
            "the file holds nothing"),
    NOT_A_MAP("Y004", "文件的最外层不是“字段: 内容”",
            "the top level is not made of fields"),
    SYNTAX("Y005", "YAML 读不懂的写法",
            "something YAML cannot read"),
    TEMPLATE("Y010", "没加引号的 {{",
            "{{ without quotes"),
    SIGN("Y011", "文字以 YAML 的符号开头,却没加引号",
            "a text begins with a YAML sign and is not quoted"),
    CUT("Y012",
            "“ #”会把后面的文字当成注释丢掉",
            "' #' would silently cut the text"),
    COLON("Y013",
            "没加引号的文字里有“: ”",
            "': ' inside a text without quotes"),
    LIST_COMMA(
            "Y014", "列表里用了中文逗号或顿号",
            "a Chinese comma inside a list"),
    WIDE_COLON(
            "Y015", "字段后面用了中文冒号",
            "a full-width colon after a field"),
    WIDE_BRACKET(
            "Y016", "用了全角的括号或逗号",
            "a full-width bracket or comma"),
    WIDE_QUOTES(
            "Y017",
            "用中文引号当 YAML 的引号",
            "Chinese quotes used as YAML quotes"),
    NO_SPACE(
            "Y018",
            "冒号或短横后面少一个空格",
            "no space after a colon or a dash"),
    TAB(
            "Y019",
            "缩进里有制表符",
            "a tab in the indentation"),
    DUPLICATE(
            "Y020",
            "同一个字段写了两次",
            "a field is written twice"),
    INDENT(
            "Y021",
            "缩进不对",
            "wrong indentation"),
    OPEN_QUOTE(
            "Y022",
            "引号没有结束",
            "a quote is never closed"),
    OPEN_BRACKET(
            "Y023",
            "括号没有结束",
            "a bracket is never closed"),
    INNER_QUOTE(
            "Y024",
            "引号里面还有引号",
            "a quote inside quotes"),
    STRAY_BRACKET(
            "Y025",
            "多余或不配对的括号",
            "a bracket too many"),
    NO_COLON(
            "Y026",
            "没有写成“字段: 内容”",
            "not written as a field"),
    NO_COMMA(
            "Y027",
            "两项之间少一个逗号",
            "no comma between two items"),
    INVISIBLE(
            "Y028",
            "不是普通的空格,或者看不见的字符",
            "no ordinary space, or an invisible character"),
    ESCAPE(
            "Y029",
            "双引号里的反斜杠",
            "a backslash in double quotes"),
    COMMENT(
            "Y030",
            "注释没有写成空格加 #",
            "a comment that is not written as a space and #"),
    MARKER(
            "Y031",
            "不属于规则的标记",
            "a marker that is no part of the rules"),
    UNKNOWN_FIELD(
            "R001",
            "不认识的字段",
            "unknown field"),
    MISSING_FIELD(
            "R002",
            "缺少字段",
            "missing field"),
    PLANNED(
            "R003",
            "还没有提供的功能",
            "not available yet"),
    EMPTY_VALUE(
            "R004",
            "字段后面没有内容",
            "a field with nothing behind it"),
    SHAPE(
            "R005",
            "应当是另一种形状:文字、列表或字段",
            "the wrong shape: text, list or fields"),
    VALUE(
            "R006",
            "内容不合要求",
            "a value that makes no sense"),
    UNSET_VARIABLE(
            "R007",
            "环境变量没有设置",
            "an environment variable is not set"),
    NO_FILE(
            "R008",
            "设置里写的文件不存在",
            "a setting names a file that does not exist"),
    BROKEN_FILE(
            "R009",
            "用到的另一个文件有错误",
            "another file that it uses has errors"),
    RETIRED(
            "R010",
            "字段换了写法",
            "a field is written another way now");

    private final String id;
    private final String zh;
    private final String en;

    Code(String id, String zh, String en) {
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
