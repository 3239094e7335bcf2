package io.qunbot.bot.evidence;

import io.qunbot.bot.reading.VisitorsBook;
import io.qunbot.chat.Decoder;
import io.qunbot.store.Erasing;
import io.qunbot.store.Erasing.Place;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import io.qunbot.store.Tombstone;
import io.qunbot.store.Traced;
import io.qunbot.store.WriteException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Erases what a member said from a store and everything beside it, in small steps between which the bot goes on. One
 * at a time.
 */
public final class Eraser {

    private static final int STEP = 100;

    private final Store store;
    private final Decoder decoder;
    private final Path data;
    private final Beside beside;

    /** What else holds what is in the store, while a bot runs and while none does. */
    public interface Beside {

        /** What is remembered was changed: it is read again. */
        void changed();

        /** The search forgets what left the store. */
        void forget();
    }

    /**
     * What is asked for.
     *
     * @param lane of the one group that is meant; empty for all
     * @param dry whether it is only counted
     */
    public record Wish(String member, Optional<Integer> lane, String reason, String who, boolean dry, Instant now) {}

    public Eraser(Store store, Decoder decoder, Path data, Beside beside) {
        this.store = store;
        this.decoder = decoder;
        this.data = data;
        this.beside = beside;
    }

    /**
     * Erases in small steps; what is said while it goes on stays.
     *
     * @throws StoreException when it cannot be written; asked again it goes on
     */
    public synchronized Erased erase(Wish wish) {
        store.sealing().catchUp();
        Trail trail = new Trail(store, decoder, wish.member(), wish.lane()).follow();
        Scrubbing scrubbing = new Scrubbing(wish.member(), trail.sayings);
        List<Place> memories = trail.memories(scrubbing);
        List<Place> alarms = trail.alarms(scrubbing);
        int messages = trail.seqs().size();
        int words = trail.caused() + trail.words().size();
        TreeSet<String> files = new TreeSet<>();
        List<String> left = new ArrayList<>();
        if (!wish.dry()) {
            forget(wish, trail, scrubbing);
            Remains remains = new Remains(data, trail.sayings);
            files.addAll(remains.backups(file -> inBackup(file, wish)));
            files.addAll(remains.logs());
            beside.forget();
            left.addAll(remains.tidy(store));
        }
        return new Erased(wish.member(), wish.dry(), messages, words, memories.size() + alarms.size(), trail.quoted,
                List.copyOf(files), List.copyOf(trail.inRules), left);
    }

    private void forget(Wish wish, Trail trail, Scrubbing scrubbing) {
        Tombstone stone = new Tombstone(0, wish.now(), wish.who(), wish.reason(), 0, 0);
        trail.events.forEach((lane, seqs) -> steps(seqs,
                step -> write(erasing -> erasing.events(lane, step, stone))));
        for (int round = 0; round < 2; round++) { // what was decided meanwhile on what was remembered goes, too
            remembered(trail, scrubbing);
            beside.changed();
            steps(trail.seqs(), step -> write(erasing -> erasing.followers(step, stone)));
            steps(trail.words(), step -> write(erasing -> erasing.words(step, trail.sayings::without, stone)));
        }
        if (wish.lane().isEmpty()) {
            write(erasing -> erasing.person(wish.member(), scrubbing::roster));
            beside.changed();
        }
        oldRules(trail.sayings);
        if (wish.lane().isEmpty()) {
            others(trail.sayings);
            searched(trail.sayings);
        }
    }

    /** Who searches writes down a part of what was said. */
    private void searched(Sayings sayings) {
        Traced.Column column = new Traced.Column("access_log", "wanted");
        List<String> found = new ArrayList<>();
        store.traced().values(column, wanted -> {
            if (sayings.holds(VisitorsBook.words(wanted))) {
                found.add(wanted);
            }
        });
        steps(found, step -> write(erasing -> {
            for (String wanted : step) {
                erasing.value(column, wanted, VisitorsBook.inPlaceOfWords(wanted, Sayings.ERASED));
            }
        }));
    }

    /** Whatever other tables there are: who searched for it, for one. */
    private void others(Sayings sayings) {
        for (Traced.Column column : store.traced().others()) {
            List<String> found = new ArrayList<>();
            store.traced().values(column, value -> {
                if (sayings.isIn(value)) {
                    found.add(value);
                }
            });
            steps(found, step -> write(erasing -> {
                for (String value : step) {
                    erasing.value(column, value, sayings.without(value));
                }
            }));
        }
    }

    private void remembered(Trail trail, Scrubbing scrubbing) {
        steps(trail.memories(scrubbing), step -> write(erasing -> {
            for (Place place : step) {
                erasing.memory(place, json -> trail.isOwn(place.lane()) || scrubbing.isDue(place.key())
                        ? Optional.empty()
                        : scrubbing.memory(json));
            }
        }));
        steps(trail.alarms(scrubbing), step -> write(erasing -> {
            for (Place place : step) {
                erasing.alarm(place);
            }
        }));
    }

    /** Versions of the rules that are in use are the operator's own words; of older ones it goes. */
    private void oldRules(Sayings sayings) {
        store.traced().oldRules((hash, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            String other = sayings.without(text);
            if (!other.equals(text)) {
                write(erasing -> erasing.blob(hash, sha256(other), other));
            }
        });
    }

    private boolean inBackup(Path file, Wish wish) {
        try (Store backup = Store.open(file, Thread.ofPlatform().name("writer").daemon())) {
            Optional<Integer> lane = wish.lane().flatMap(number -> store.lane(number))
                    .flatMap(row -> backup.lane(row.id())).map(row -> row.number());
            Eraser eraser = new Eraser(backup, decoder, data, Nothing.BESIDE);
            backup.sealing().catchUp();
            Trail trail = new Trail(backup, decoder, wish.member(), lane).follow();
            eraser.forget(wish, trail, new Scrubbing(wish.member(), trail.sayings));
            backup.file().rewrite();
            backup.file().checkpoint();
            return !trail.seqs().isEmpty();
        }
    }

    /** Where no bot runs, nothing else holds it. */
    private enum Nothing implements Beside {
        BESIDE;

        @Override
        public void changed() {
            // nobody has read it
        }

        @Override
        public void forget() {
            // there is no search
        }
    }

    /** What is written in one step. */
    private interface Step {
        void write(Erasing erasing) throws WriteException;
    }

    private void write(Step step) {
        SmallUnit unit = new SmallUnit("what is erased", tables -> step.write(Erasing.of(tables)));
        store.writer().submit(unit);
        if (!unit.awaitEnd()) {
            throw new StoreException("it could not be erased; what was erased before stays so, ask again");
        }
    }

    private static <T> void steps(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += STEP) {
            work.accept(all.subList(from, Math.min(all.size(), from + STEP)));
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every JDK has it
        }
    }
}
