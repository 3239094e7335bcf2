package io.qunbot.dispatch;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Reach;
import io.qunbot.profile.RuleBook;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the dispatcher is given.
 *
 * @param book the rules in force at the moment of asking
 * @param decoder turns journal rows of channels back into events
 * @param aside takes what is said to the core itself
 */
public record Ports(InstantSource clock, Supplier<RuleBook> book, Directory directory, Reach reach, Decoder decoder,
        Observer observer, Aside aside) {

    /** Every message goes its usual way. */
    public Ports(InstantSource clock, Supplier<RuleBook> book, Directory directory, Reach reach, Decoder decoder,
            Observer observer) {
        this(clock, book, directory, reach, decoder, observer, Aside.NONE);
    }
}
