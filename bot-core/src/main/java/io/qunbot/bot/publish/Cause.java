package io.qunbot.bot.publish;

import io.qunbot.yaml.Words;

/** What brought a version of the rules. */
public enum Cause {
    START("启动时读取", "read at the start"),
    WATCH("文件改了", "a file changed"),
    COMMAND("reload 命令", "the command reload"),
    ROLLBACK("rollback 命令", "the command rollback"),
    PROMOTE("promote 命令", "the command promote"),
    /** It never took effect: what lay in the folder when it was overwritten. */
    KEPT("被覆盖前留底,没有生效过", "kept when it was overwritten; it never took effect");

    private final String zh;
    private final String en;

    Cause(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Words words() {
        return new Words(zh, en);
    }
}
