package io.qunbot.chat;

/**
 * What WeCom takes on one kind of channel.
 *
 * @param textBytes of UTF-8 in one text message
 * @param markdownBytes of UTF-8 in one message of markdown
 */
public record Capabilities(int textBytes, int markdownBytes) {

    /** A group robot's webhook, and a self-built app: WeCom's documents 99110 and 90236. */
    public static final Capabilities USUAL = new Capabilities(2_048, 4_096);

    /** An intelligent robot answers in a stream: WeCom's document 101031. */
    public static final Capabilities STREAM = new Capabilities(20_480, 20_480);
}
