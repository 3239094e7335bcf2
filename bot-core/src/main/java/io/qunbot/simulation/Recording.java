package io.qunbot.simulation;

import io.qunbot.chat.Gateway;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Tasks;
import java.util.Optional;
import java.util.function.Function;

/** Stands for a channel: delivers nothing, and counts as the real one does. */
record Recording(Gateway real, Function<Posting, Receipt> record, Tasks hands) implements Gateway {

    @Override
    public Receipt deliver(Posting posting) {
        return record.apply(posting);
    }

    @Override
    public Optional<Tasks> tasks() {
        return Optional.of(hands);
    }

    @Override
    public int messages(Posting posting) {
        return real.messages(posting);
    }

    @Override
    public boolean knowsAgain(Posting posting) {
        return real.knowsAgain(posting);
    }
}
