package io.qunbot.bot;

import io.qunbot.store.RemarkRow;
import io.qunbot.store.Store;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells how far newcomers came, by what the welcome plugin remarked. */
public final class Losses {

    private static final String PLUGIN = "welcome";
    private static final List<String> STEPS = List.of("joined", "welcomed", "introduced", "reminded",
            "introduced.after");

    private final List<Store.Remarked> remarks;

    public Losses(List<Store.Remarked> remarks) {
        this.remarks = List.copyOf(remarks);
    }

    /** Every step, though nobody took it; nothing when nothing at all was remarked. */
    public List<Stats.Step> of(String profile) {
        Map<String, Double> members = remarks.stream().map(Store.Remarked::remark)
                .filter(each -> each.plugin().equals(PLUGIN) && each.profile().equals(profile))
                .collect(Collectors.groupingBy(RemarkRow::kind, Collectors.summingDouble(RemarkRow::number)));
        return members.isEmpty()
                ? List.of()
                : STEPS.stream().map(step -> new Stats.Step(step, Math.round(members.getOrDefault(step, 0.0))))
                        .toList();
    }
}
