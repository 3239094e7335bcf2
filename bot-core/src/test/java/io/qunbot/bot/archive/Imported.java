package io.qunbot.bot.archive;

import io.qunbot.bot.archive.consent.Asking;
import io.qunbot.bot.archive.consent.Consents;
import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.chat.Directory;
import io.qunbot.dispatch.Recorder;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Files of the session archive, taken into a store that no bot runs on. */
public final class Imported {

    private Imported() {}

    public static ImportReport into(Store store, Path file, InstantSource clock) {
        Screen screen = new Screen(_ -> Keeping.DEFAULT, new Consents(store.keeps()::consents), Asking.NOBODY, clock);
        return new Importer(Recorder.of(store, Directory.EMPTY), Importer.CHANNEL, screen, clock).run(List.of(file));
    }
}
