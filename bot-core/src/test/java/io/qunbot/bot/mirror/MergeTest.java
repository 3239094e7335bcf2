package io.qunbot.bot.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.people.Families;
import io.qunbot.people.Family;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Source;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final List<String> INDUSTRIES = List.of("餐饮", "零售", "酒店");
    private static final List<String> WISHES = List.of("问价", "想试用", "要合同");
    private static final Families FAMILIES = new Families(Map.of(
            "行业", new Family(located(INDUSTRIES), List.of(), Optional.empty(), Optional.of(Family.Sync.WECOM)),
            "意向", new Family(List.of(), located(WISHES), Optional.empty(), Optional.of(Family.Sync.WECOM))));

    private static List<Located<String>> located(List<String> tags) {
        Place place = new Place(new Source("config/tags.yaml", ""), 1, 1, 1);
        return tags.stream().map(tag -> new Located<>(tag, place)).toList();
    }

    /** One side: what it has, and since when. */
    private static final class Copy {
        private final Set<String> tags = new TreeSet<>();
        private final Map<String, Instant> since = new HashMap<>();

        void put(String tag, long time) {
            tags.removeAll(FAMILIES.rivals(tag));
            if (tags.add(tag)) {
                since.put(tag, Instant.ofEpochSecond(time));
            }
        }

        Merge.Side side() {
            return new Merge.Side(Set.copyOf(tags), tag -> since.getOrDefault(tag, Instant.EPOCH));
        }
    }

    private static Set<String> equate(Set<String> agreed, Copy here, Copy there, long time) {
        Merge merge = Merge.of(agreed, here.side(), there.side(), FAMILIES);
        there.tags.removeAll(merge.offThere());
        merge.onThere().forEach(tag -> there.put(tag, time));
        here.tags.removeAll(merge.offHere());
        merge.onHere().forEach(tag -> here.put(tag, time));
        return Set.copyOf(merge.agreed());
    }

    @Test
    void whatOneSideChangedTheOtherGetsAndTheLaterOfTwoStays() {
        Copy here = new Copy();
        Copy there = new Copy();
        here.put("餐饮", 1);
        here.put("问价", 2);
        Set<String> agreed = equate(Set.of(), here, there, 3);
        assertThat(there.tags).containsExactlyInAnyOrder("餐饮", "问价");

        here.put("零售", 5);
        there.put("酒店", 4);
        there.tags.remove("问价");
        there.put("想试用", 6);
        equate(agreed, here, there, 7);

        assertThat(here.tags).isEqualTo(there.tags).containsExactlyInAnyOrder("零售", "想试用");
    }

    @Test
    void bothSidesAreEqualInTheEndAndNothingThatOnlyOneChangedIsLost() {
        List<String> all = Stream.concat(INDUSTRIES.stream(), WISHES.stream()).toList();
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Copy here = new Copy();
            Copy there = new Copy();
            Set<String> agreed = Set.of();
            for (int round = 0; round < 10; round++) {
                Set<String> before = new HashSet<>(here.tags);
                boolean mine = random.nextBoolean();
                Copy changing = mine ? here : there;
                for (int change = 0; change < 3; change++) {
                    change(random.nextInt(4) == 0 ? here : changing, all.get(random.nextInt(all.size())), random,
                            round * 10L + change);
                }
                boolean onlyOne = mine ? there.tags.equals(before) : here.tags.equals(before);
                Set<String> wanted = Set.copyOf(changing.tags);
                agreed = equate(agreed, here, there, round * 10L + 5);
                agreed = equate(agreed, here, there, round * 10L + 6);

                assertThat(here.tags).as("seed %d round %d", seed, round).isEqualTo(there.tags).isEqualTo(agreed);
                assertThat(INDUSTRIES.stream().filter(here.tags::contains).count()).isLessThanOrEqualTo(1);
                if (onlyOne) {
                    assertThat(here.tags).as("seed %d round %d", seed, round).isEqualTo(wanted);
                }
                Merge again = Merge.of(agreed, here.side(), there.side(), FAMILIES);
                assertThat(again.changesHere() || again.changesThere()).isFalse();
            }
        }
    }

    private static void change(Copy copy, String tag, Random random, long time) {
        if (random.nextInt(3) == 0) {
            copy.tags.remove(tag);
        } else {
            copy.put(tag, time);
        }
    }
}
