package io.qunbot.cli;

import io.qunbot.bot.model.ModelConfig;
import io.qunbot.bot.model.OutsideModels;
import io.qunbot.cli.quality.Vectors;
import io.qunbot.cli.quality.data.Trial;
import io.qunbot.plugin.Embedder;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Secret;
import io.qunbot.yaml.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** An embedder that is named on the command line; nothing of what it is told or says is kept. */
final class TrialEmbedder implements AutoCloseable {

    private final Path folder;
    private final OutsideModels models;

    private TrialEmbedder(Path folder, OutsideModels models) {
        this.folder = folder;
        this.models = models;
    }

    /** @param key as an environment variable has it */
    static TrialEmbedder of(String url, String model, Optional<String> key) throws IOException {
        Place place = new Place(new Source("--embedder", url), 1, 1, url.length());
        ModelConfig config = new ModelConfig(new Located<>(url, place), model,
                key.map(secret -> new Located<>(Secret.parse(secret), place)), Optional.empty());
        Path folder = Files.createTempDirectory("qunbot-vectors");
        return new TrialEmbedder(folder,
                new OutsideModels(Optional.of(config), Optional.empty(), folder, InstantSource.system()));
    }

    Vectors vectors(Trial trial) {
        Embedder embedder = models.models().embedder().orElseThrow();
        return Vectors.of(trial, embedder).orElseThrow(() -> new Trouble("embedder 没有给全向量(见日志),没有量",
                "the embedder did not give all vectors (see the log): nothing was measured"));
    }

    @Override
    public void close() throws IOException {
        models.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
