package io.qunbot.bot.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Roster;
import io.qunbot.store.LaneRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesThenTest {

    private static final Instant START = Instant.parse("2026-12-03T01:00:00Z");
    private static final Chat GROUP = new Chat(new ChatId("wr1"), ChatKind.CUSTOMER, "app");
    private static final LaneRow LANE = new LaneRow(1, GROUP.lane(), Optional.of(GROUP), Optional.of("最早的名字"));
    private static final MemberId MEMBER = new MemberId("wm1");

    @TempDir
    private Path folder;

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }

    private static Roster called(String name) {
        return new Roster(GROUP.id(), name, Optional.empty(), List.of(), "", "", List.of());
    }

    private static void settle(Store store) {
        SmallUnit last = new SmallUnit("nothing", _ -> {});
        store.writer().submit(last);
        last.awaitEnd();
    }

    @Test
    void whatWasSaidStandsUnderTheNameOfItsTime() {
        try (Store store = Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform())) {
            GroupDirectory directory = new GroupDirectory(store);
            assertThat(new NamesThen(store, directory).of(GROUP.id(), LANE, START)).isEqualTo("最早的名字");
            directory.learn(GROUP, called("一群"), day(0));
            directory.learn(GROUP, called("一群"), day(1));
            directory.learn(GROUP, called("二群"), day(2));
            directory.learn(MEMBER, "小李", day(0));
            directory.learn(MEMBER, "李总", day(3));
            settle(store);

            NamesThen names = new NamesThen(store, directory);
            assertThat(names.of(GROUP.id(), LANE, day(1))).isEqualTo("一群");
            assertThat(names.of(GROUP.id(), LANE, day(2))).isEqualTo("二群");
            assertThat(names.of(MEMBER, day(2))).isEqualTo("小李");
            assertThat(names.of(MEMBER, day(4))).isEqualTo("李总");
            assertThat(store.rosters().called("小李")).containsExactly("wm1");
        }
    }

    @Test
    void aGroupThatIsNoMoreKeepsItsLastNameUntilItIsBack() {
        try (Store store = Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform())) {
            GroupDirectory directory = new GroupDirectory(store);
            directory.learn(GROUP, called("一群"), day(0));
            directory.forget(GROUP.id());
            settle(store);
            assertThat(new NamesThen(store, directory).of(GROUP.id(), LANE, day(9))).isEqualTo("一群");

            directory.learn(GROUP, called("三群"), day(10));
            settle(store);
            assertThat(new NamesThen(store, directory).of(GROUP.id(), LANE, day(11))).isEqualTo("三群");
        }
    }
}
