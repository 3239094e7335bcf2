package io.qunbot.yaml;

import java.util.List;

/** Items in the order in which they were written. */
public record YamlList(List<YamlNode> items, Place place) implements YamlNode {

    public YamlList {
        items = List.copyOf(items);
    }
}
