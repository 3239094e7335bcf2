package io.qunbot.wecom.codec;

/** How the answer to one delivery has to be written. */
public sealed interface ReplyForm {

    /** Whether this delivery can carry an answer back. */
    default boolean answerable() {
        return true;
    }

    /** WeCom takes no words in answer to this. */
    record Silence() implements ReplyForm {
        @Override
        public boolean answerable() {
            return false;
        }
    }

    /** A text message from the application, in XML. */
    record AppText(String member, String corp) implements ReplyForm {}

    /** A text message of a group robot, in XML. */
    record RobotXml() implements ReplyForm {}

    /** A text message of a group robot, in JSON. */
    record RobotJson() implements ReplyForm {}

    /** A finished stream of an intelligent robot. */
    record Stream(String id, String nonce) implements ReplyForm {}

    /** The end of a stream that WeCom asks about; carries even an empty answer, so that it stops asking. */
    record StreamEnd(String id, String nonce) implements ReplyForm {}

    /** A text message of an intelligent robot: its welcome. */
    record Welcome(String nonce) implements ReplyForm {}
}
