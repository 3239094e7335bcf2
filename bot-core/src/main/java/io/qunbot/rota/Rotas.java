package io.qunbot.rota;

import io.qunbot.chat.MemberId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All rotas, by name. A rota may be told something like a colleague, as {@code rota:oncall}; who that is, is found out
 * when the words leave. Immutable and thread-safe.
 */
public final class Rotas {

    public static final Rotas NONE = new Rotas(Map.of(), Set.of());

    private static final String SIGN = "rota:";

    private final SortedMap<String, Rota> rotas;
    private final Set<String> names;

    /** @param names of all that there are, also of those that cannot be read */
    Rotas(Map<String, Rota> rotas, Set<String> names) {
        this.rotas = Collections.unmodifiableSortedMap(new TreeMap<>(rotas));
        this.names = Collections.unmodifiableSet(new TreeSet<>(names));
    }

    /** What stands for whoever is on duty. */
    public static MemberId recipient(String rota) {
        return new MemberId(SIGN + rota);
    }

    /** Whether this stands for whoever is on duty. */
    public static boolean isRota(MemberId member) {
        return member.value().startsWith(SIGN);
    }

    /** Rotas that there are, in the order of their names; also those that nobody can be found in. */
    public Set<String> names() {
        return names;
    }

    public Optional<Rota> rota(String name) {
        return Optional.ofNullable(rotas.get(name));
    }

    /** Those that can be read, in the order of their names. */
    public List<Rota> all() {
        return List.copyOf(rotas.values());
    }

    /** Everybody of the rota that a recipient stands for; whoever is no rota stands for themselves. */
    public Set<MemberId> people(MemberId recipient) {
        return isRota(recipient)
                ? named(recipient).map(Rota::people).orElse(Set.of())
                : Set.of(recipient);
    }

    /** The colleagues whom recipients stand for at a time, none of them twice. */
    public List<MemberId> who(List<MemberId> recipients, Instant time) {
        return recipients.stream().flatMap(each -> isRota(each)
                ? named(each).map(rota -> rota.who(time)).orElse(List.of()).stream()
                : Stream.of(each)).distinct().toList();
    }

    private Optional<Rota> named(MemberId recipient) {
        return rota(recipient.value().substring(SIGN.length()));
    }
}
