package io.qunbot.plugins.leads;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;

/** What it takes. */
@Doc(zh = "到什么程度才交给同事", en = "what it takes to be handed over")
public record Qualified(
        @Doc(zh = "至少多少分", en = "so many points at least") int score,
        @Default("1") @Doc(zh = "至少几样不同的依据", en = "so many different pieces of evidence at least") int evidence) {}
