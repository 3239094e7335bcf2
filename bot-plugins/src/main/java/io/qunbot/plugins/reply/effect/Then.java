package io.qunbot.plugins.reply.effect;

import io.qunbot.yaml.Doc;

/** What happens after a rule. */
public enum Then {
    @Doc(zh = "到此为止:别的规则和后面的插件都不再处理这条消息", en = "no other rule and no later plugin sees the message")
    STOP
}
