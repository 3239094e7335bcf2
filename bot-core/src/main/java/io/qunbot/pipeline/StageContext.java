package io.qunbot.pipeline;

import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Group;
import io.qunbot.plugin.Memory;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Quoted;
import io.qunbot.plugin.Unclaimed;
import io.qunbot.yaml.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The context of one call of one stage; what it gathers counts only if the call ends in time and well. */
final class StageContext implements ChatContext {

    private final Surroundings around;
    private final String plugin;
    private @Nullable Map<MemoryKey, MemoryChange> changes;
    private @Nullable List<Note> notes;
    private @Nullable Set<Place> acting;
    private @Nullable Beat beat;
    private volatile boolean dead;

    StageContext(Surroundings around, String plugin) {
        this.around = around;
        this.plugin = plugin;
    }

    /** From now on every call of the stage into this context fails. */
    void kill() {
        dead = true;
    }

    List<MemoryChange> changes() {
        return changes == null ? List.of() : List.copyOf(changes.values());
    }

    List<Note> notes() {
        return notes == null ? List.of() : notes;
    }

    Set<Place> acting() {
        return acting == null ? Set.of() : acting;
    }

    /** The call is about this time of a recurrence. */
    void beats(Beat time) {
        beat = time;
    }

    @Nullable
    Beat beat() {
        return beat;
    }

    @Override
    public Group group() {
        return alive().group();
    }

    @Override
    public Instant now() {
        return alive().now();
    }

    @Override
    public Memory memory() {
        alive();
        return new Scope("");
    }

    @Override
    public Memory memory(MemberId member) {
        alive();
        return new Scope(member.value() + "\u001f");
    }

    @Override
    public <T extends Record> Optional<T> shared(String key, Class<T> type) {
        Remembered value = alive().shared().get(new MemoryKey(plugin, key));
        return value == null ? Optional.empty() : Optional.of(value.as(type));
    }

    @Override
    public Person person(MemberId member) {
        return alive().people().person(member);
    }

    @Override
    public List<MemberId> members() {
        return alive().people().members();
    }

    @Override
    public Optional<Quoted> quoted(Origin origin) {
        return alive().people().quoted(origin);
    }

    @Override
    public Optional<String> joinLink(String state) {
        return alive().people().joinLink(state);
    }

    @Override
    public List<Unclaimed> unclaimed(Instant since) {
        return alive().groups().unclaimed(since);
    }

    @Override
    public void note(@Nullable Place rule, String why) {
        note(new Note(plugin, rule, why, false));
    }

    @Override
    public void note(Finding finding) {
        note(new Note(plugin, finding, false));
        Place place = finding.place();
        if (finding.kind() == Finding.Kind.ACTS && place != null) {
            acts(place);
        }
    }

    private void note(Note note) {
        alive();
        if (notes == null) {
            notes = new ArrayList<>(4);
        }
        notes.add(note);
    }

    @Override
    public boolean explains() {
        return alive().explains();
    }

    private void acts(Place rule) {
        if (acting == null) {
            acting = new LinkedHashSet<>(2);
        }
        acting.add(rule);
    }

    private Surroundings alive() {
        if (dead) {
            throw new IllegalStateException("this call of plugin " + plugin + " is over");
        }
        return around;
    }

    private final class Scope implements Memory {
        private final String prefix;

        Scope(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public <T extends Record> Optional<T> get(String key, Class<T> type) {
            Surroundings now = alive();
            MemoryKey full = new MemoryKey(plugin, prefix + key);
            MemoryChange change = changes == null ? null : changes.get(full);
            Remembered value = change == null ? now.memory().get(full) : change.value();
            return value == null ? Optional.empty() : Optional.of(value.as(type));
        }

        @Override
        public void put(String key, Record value) {
            change(key, Remembered.of(value));
        }

        @Override
        public void remove(String key) {
            change(key, null);
        }

        private void change(String key, @Nullable Remembered value) {
            alive();
            if (changes == null) {
                changes = new LinkedHashMap<>();
            }
            MemoryKey full = new MemoryKey(plugin, prefix + key);
            changes.put(full, new MemoryChange(full, value));
        }
    }
}
