package io.qunbot.bot;

import io.qunbot.chat.MemberId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Open questions that are alike. Not thread-safe. */
final class QuestionHeap {

    /** The cosine from which on two questions are taken for one. */
    private static final double ALIKE = 0.5;

    private final List<OpenQuestion> questions = new ArrayList<>();
    private final Alike alike = new Alike();

    /** Puts each question to the heap it is most alike, in their order, so that the same questions make the same heaps. */
    static List<QuestionHeap> of(List<OpenQuestion> questions) {
        List<QuestionHeap> heaps = new ArrayList<>();
        Map<String, QuestionHeap> byWords = new HashMap<>();
        for (OpenQuestion question : questions) {
            QuestionHeap heap = byWords.computeIfAbsent(question.profile() + " " + question.text().core(),
                    _ -> mostAlike(heaps, question));
            heap.questions.add(question);
            heap.alike.add(question.text().core());
        }
        return heaps.stream().sorted(Comparator.comparingInt(QuestionHeap::size).reversed()
                .thenComparing(heap -> heap.last().at(), Comparator.reverseOrder())
                .thenComparing(heap -> heap.last().text().core())).toList();
    }

    private static QuestionHeap mostAlike(List<QuestionHeap> heaps, OpenQuestion question) {
        Alike words = Alike.of(question.text().core());
        QuestionHeap most = null;
        double best = ALIKE;
        for (QuestionHeap heap : heaps) {
            double likeness = heap.profile().equals(question.profile()) ? heap.alike.to(words) : 0;
            if (likeness > best) {
                most = heap;
                best = likeness;
            }
        }
        if (most == null) {
            most = new QuestionHeap();
            heaps.add(most);
        }
        return most;
    }

    private int size() {
        return questions.size();
    }

    private String profile() {
        return questions.getFirst().profile();
    }

    private OpenQuestion last() {
        return questions.getLast();
    }

    /** @param names a member's display name, when one is known */
    Unanswered.Group group(Function<MemberId, Optional<String>> names) {
        OpenQuestion nearest = questions.stream().max(Comparator.comparingDouble(OpenQuestion::confidence))
                .orElseThrow();
        Map<MemberId, OpenQuestion> first = new LinkedHashMap<>();
        questions.forEach(question -> first.putIfAbsent(question.by(), question));
        List<String> who = first.values().stream().map(question -> question.asker(names)).toList();
        return new Unanswered.Group(profile(), size(), who, last().at().toString(), nearest.nearest(),
                nearest.confidence(), wordings(), PastedEntry.of(wordings()));
    }

    /** Each once, the one asked most first. */
    private List<String> wordings() {
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (OpenQuestion question : questions) {
            typed.putIfAbsent(question.text().core(), question.wording());
            counts.merge(question.text().core(), 1, Integer::sum);
        }
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> typed.getOrDefault(entry.getKey(), entry.getKey())).toList();
    }
}
