package io.qunbot.profile;

import io.qunbot.yaml.Doc;

/** How words leave in a kind of conversation. */
public enum Way {
    @Doc(zh = "机器人自己说", en = "the bot says it")
    BOT,
    @Doc(zh = "作为草稿给负责的同事,由同事发出", en = "a draft for the colleague in charge, who sends it")
    DRAFT,
    @Doc(zh = "客户群的群发任务,群主点了确认才发出", en = "a task in a customer group, sent once its owner has confirmed it")
    TASK,
    @Doc(zh = "不说", en = "not at all")
    OFF
}
