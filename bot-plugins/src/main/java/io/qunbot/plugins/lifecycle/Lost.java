package io.qunbot.plugins.lifecycle;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an operator wants to know of deals that came to nothing. */
@Doc(zh = "没成交的时候", en = "when a deal comes to nothing")
public record Lost(
        @Doc(zh = "有哪些原因;同事写 !deal 客户名 lost 原因,报表按这些数", en = "the reasons: a colleague writes !deal NAME lost REASON, and reports count these") List<Located<String>> reasons) {

    /** What remarks about them are called. */
    static final String KIND = "lost";
    /** What is none of the reasons. */
    static final String OTHER = "其他";

    public Lost {
        reasons = List.copyOf(reasons);
    }

    List<String> names() {
        return reasons.stream().map(Located::value).toList();
    }

    /** The reason that a deal tells, as {@code lost 0 价格太高}; the longest that its words hold. */
    Optional<String> of(String deal) {
        String[] parts = deal.split(" ", 3);
        String said = parts.length < 3 ? "" : parts[2];
        return names().stream().filter(said::contains).max(Comparator.comparingInt(String::length));
    }
}
