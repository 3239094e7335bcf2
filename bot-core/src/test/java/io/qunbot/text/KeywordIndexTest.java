package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeywordIndexTest {

    private static final String[] ALPHABET = {"发", "票", "开", "怎", "么", "a", "b", "1", "😂", "𠮷", "\uffff"};

    @Test
    void findsTheShortestFirstWhereSeveralBegin() {
        KeywordIndex index = KeywordIndex.of(List.of("发", "发票", "发票怎么开", "票怎", "怎么"));
        assertThat(occurrences(index, "发票怎么开"))
                .containsExactly("0@0", "1@0", "2@0", "3@1", "4@2");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(occurrences(KeywordIndex.of(List.of()), "发票")).isEmpty();
        assertThat(occurrences(KeywordIndex.of(List.of("发票")), "")).isEmpty();
        assertThat(occurrences(KeywordIndex.of(List.of("发票")), "发")).isEmpty();
    }

    @Test
    void refusesAKeywordThatOccursEverywhere() {
        assertThatThrownBy(() -> KeywordIndex.of(List.of(""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void agreesWithLookingForEachKeyword() {
        Random random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            List<String> keywords = IntStream.range(0, random.nextInt(60)).mapToObj(i -> text(random, 1, 5)).toList();
            String text = text(random, 0, 40);
            assertThat(occurrences(KeywordIndex.of(keywords), text))
                    .as("%s in %s", keywords, text)
                    .containsExactlyInAnyOrderElementsOf(bruteForce(keywords, text));
        }
    }

    @Test
    void holdsAHundredThousandKeywords() {
        List<String> keywords = IntStream.range(0, 100_000).mapToObj(i -> "词" + Integer.toString(i, 36) + "尾").toList();
        KeywordIndex index = KeywordIndex.of(keywords);
        assertThat(occurrences(index, "说起词" + Integer.toString(77_777, 36) + "尾,没别的")).containsExactly("77777@2");
    }

    private static List<String> occurrences(KeywordIndex index, String text) {
        List<String> found = new ArrayList<>();
        index.find(text, (keyword, start) -> found.add(keyword + "@" + start));
        return found;
    }

    private static List<String> bruteForce(List<String> keywords, String text) {
        List<String> found = new ArrayList<>();
        for (int keyword = 0; keyword < keywords.size(); keyword++) {
            for (int start = 0; start < text.length(); start++) {
                if (text.startsWith(keywords.get(keyword), start)) {
                    found.add(keyword + "@" + start);
                }
            }
        }
        return found;
    }

    private static String text(Random random, int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }
}
