package io.qunbot.cli.trying;

import io.qunbot.bot.Home;
import io.qunbot.bot.RuleFiles;
import io.qunbot.chat.Chat;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Profile;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.SimulatedPeople;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Where a chat in the terminal happens.
 *
 * @param solely the profile that is tried whatever group it is; empty when the group has the one that claims it
 */
public record Room(Home home, Map<String, Plugin<?>> plugins, SimulatedPeople people, Chat chat,
        Optional<String> solely) {

    /** Reads the rules as they are on disk now. */
    public Reading read() throws IOException {
        return new BookReader(plugins, people::nameOfColleague, InstantSource.system()).read(RuleFiles.read(home));
    }

    /** The rules as they count here. */
    RuleBook book(Reading reading) {
        return solely.map(id -> reading.book().solely(id)).orElse(reading.book());
    }

    /** The profile that answers here. */
    public Profile profile(Reading reading) {
        return book(reading).profileOf(chat, people.nameOf(chat.id()));
    }
}
