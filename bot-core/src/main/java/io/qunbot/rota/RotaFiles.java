package io.qunbot.rota;

import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rotas among an operator's files.
 *
 * @param problems of all of them
 * @param broken the files that have mistakes
 */
public record RotaFiles(Rotas rotas, List<Problem> problems, Set<String> broken) {

    /** Where they lie in a home. */
    public static final String FOLDER = "config/rota/";

    public RotaFiles {
        problems = List.copyOf(problems);
        broken = Set.copyOf(broken);
    }

    /** Whether a file is a rota. */
    public static boolean isRota(String path) {
        return path.startsWith(FOLDER);
    }

    /** What profiles call the rota of a file. */
    public static String name(String path) {
        String name = path.substring(FOLDER.length());
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** @param files their bytes by path, also those that are something else */
    public static RotaFiles read(Map<String, byte[]> files) {
        Map<String, Rota> rotas = new HashMap<>();
        Set<String> names = new TreeSet<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        files.forEach((path, bytes) -> {
            if (isRota(path)) {
                Problems own = new Problems();
                names.add(name(path));
                read(path, bytes, own).ifPresentOrElse(rota -> rotas.put(rota.name(), rota), () -> broken.add(path));
                problems.addAll(own.all());
            }
        });
        return new RotaFiles(new Rotas(rotas, names), problems, broken);
    }

    /** One rota; empty when anything in it is wrong. */
    public static Optional<Rota> read(String path, byte[] bytes, Problems problems) {
        Place start = new Place(new Source(path, ""), 1, 1, 1);
        Optional<RotaSettings> settings = YamlReader.read(path, bytes, problems)
                .flatMap(tree -> new Binder(problems).bind(tree, RotaSettings.class));
        settings.ifPresent(known -> new RotaCheck(known, start, problems).check());
        return problems.hasErrors() ? Optional.empty() : settings.map(known -> new Rota(name(path), known));
    }
}
