package io.qunbot.cli.trying;

import io.qunbot.yaml.Words;
import java.util.List;

/** The commands of a chat in the terminal. */
final class Help {

    private static final List<Words> LINES = List.of(
            new Words("直接打字就是当前的人说话;句子里写 @小助手 或用 /at 就是对机器人说。命令:",
                    "what you type is said by the current person; @ in it, or /at, addresses the bot. Commands:"),
            new Words("  /why                          机器人为什么这样做;没说话也说明原因",
                    "  /why                          why the bot did that, or nothing"),
            new Words("  /time [+2h|14:00|12-04 08:30] 时间往前走;不写就到下一件事",
                    "  /time [+2h|14:00|12-04 08:30] time passes; without one to the next thing that is due"),
            new Words("  /as 名字 [岗位]                换一个人说话;/as owner 是同事",
                    "  /as NAME [POST]               somebody else speaks; /as owner is a colleague"),
            new Words("  /join 名字…  /leave 名字…      进群(一对一里是打开对话)、离开",
                    "  /join NAME…  /leave NAME…     people come and go; one-to-one, they open the conversation"),
            new Words("  /at 话                        对机器人说", "  /at WORDS                     say it to the bot"),
            new Words("  /click 按钮                   点卡片上的按钮",
                    "  /click KEY                    press a button of a card"),
            new Words("  /redeliver /restart /reload   重新投递上一条、重新启动、重读规则",
                    "  /redeliver /restart /reload   deliver the last again, start again, read the rules again"),
            new Words("  /save-test 名字 [文件.yaml]    把这段对话存成测试",
                    "  /save-test NAME [FILE.yaml]   make this conversation a test"),
            new Words("  /help  /quit                  结束也可以按 Ctrl-D;以 // 开头的是一句以 / 开头的话",
                    "  /help  /quit                  Ctrl-D ends, too; what begins with // is said with one /"));

    private Help() {}

    static List<Words> lines() {
        return LINES;
    }
}
