package io.qunbot.yaml;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/** The one call of SnakeYAML: text to nodes, with no type ever resolved or constructed. */
final class Composing {

    static final int MAX_DEPTH = 50;
    static final int MAX_ALIASES = 50;
    static final int MAX_POINTS = 16 << 20;

    private Composing() {}

    static @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setCodePointLimit(MAX_POINTS);
        options.setProcessComments(false);
        return new Yaml(options).compose(new StringReader(text));
    }
}
