package io.qunbot.bot.report;

import com.google.gson.Gson;
import io.qunbot.plugin.question.Happened;
import io.qunbot.plugin.question.OpenQuestions;
import io.qunbot.store.RemarkRow;
import io.qunbot.store.Store;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Reads what was remarked and is remembered of questions. */
public final class Questioning {

    private static final Gson GSON = new Gson();

    private final Store store;

    public Questioning(Store store) {
        this.store = store;
    }

    /** @param lanes the conversations that count */
    public List<Care.Event> events(List<Store.Remarked> remarks, Set<Integer> lanes) {
        return remarks.stream().filter(each -> lanes.contains(each.event().lane())).map(Store.Remarked::remark)
                .flatMap(Questioning::event).toList();
    }

    private static Stream<Care.Event> event(RemarkRow remark) {
        return remark.plugin().equals(OpenQuestions.PLUGIN)
                ? Happened.of(remark.kind()).stream()
                        .map(what -> new Care.Event(what, remark.subject(), Math.round(remark.number())))
                : Stream.empty();
    }

    /** What is open in a conversation now. */
    public OpenQuestions open(int lane) {
        AtomicReference<OpenQuestions> open = new AtomicReference<>(OpenQuestions.NONE);
        store.memories().of(lane, (plugin, key, json) -> {
            if (plugin.equals(OpenQuestions.PLUGIN) && key.equals(OpenQuestions.KEY)) {
                open.set(GSON.fromJson(json, OpenQuestions.class));
            }
        });
        return open.get();
    }
}
