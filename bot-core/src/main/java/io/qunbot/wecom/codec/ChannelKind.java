package io.qunbot.wecom.codec;

/** What stands at the other end of a callback address. */
public enum ChannelKind {
    /** A self-built application: one-to-one messages and the events of customer groups. */
    APP,
    /** A group robot with message callbacks (群机器人), in XML or JSON. */
    ROBOT,
    /** An intelligent robot (智能机器人) by callback address. */
    AIBOT
}
