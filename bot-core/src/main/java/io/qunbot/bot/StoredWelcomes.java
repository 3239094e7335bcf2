package io.qunbot.bot;

import io.qunbot.store.DirectoryTables;
import io.qunbot.store.Rosters;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.wecom.customer.WelcomeTemplates;
import java.time.InstantSource;
import java.util.Optional;

/** Remembers in the store which of WeCom's welcome templates says whose words. */
public record StoredWelcomes(Store store, InstantSource clock) implements WelcomeTemplates.Memory {

    @Override
    public Optional<WelcomeTemplates.Written> last(String profile) {
        return store.rosters().welcome(profile)
                .map(welcome -> new WelcomeTemplates.Written(welcome.template(), welcome.text()));
    }

    /** Waits until it is on disk: what is forgotten would be made a second time. */
    @Override
    public void keep(String profile, WelcomeTemplates.Written written) {
        SmallUnit unit = new SmallUnit("the welcome template of " + profile, tables -> DirectoryTables.welcome(tables,
                new Rosters.Welcome(profile, written.id(), written.text()), clock.instant()));
        store.writer().submit(unit);
        unit.awaitEnd();
    }
}
