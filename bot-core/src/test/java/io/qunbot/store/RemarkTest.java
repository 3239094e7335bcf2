package io.qunbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plugins remark about events, and stores that were made before they could. */
class RemarkTest {

    private static final Instant LONG_AGO = Rows.NOW.minus(Duration.ofDays(100));

    @TempDir
    private Path folder;

    @Test
    void aRemarkComesWithItsEvent() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                long first = tables.append(Rows.event(1, "a", Rows.NOW));
                long second = tables.append(Rows.event(2, "b", Rows.NOW));
                tables.remark(remark(0, "unknown", Rows.NOW.plusSeconds(1)), second);
                tables.remark(remark(first, "wrong", Rows.NOW), second);
            });
            List<Store.Remarked> remarks = store.remarks(Rows.NOW);
            assertThat(remarks).extracting(each -> each.remark()).containsExactly(remark(1, "wrong", Rows.NOW),
                    remark(2, "unknown", Rows.NOW.plusSeconds(1)));
            assertThat(remarks).extracting(each -> each.event().id().key(), each -> each.event().lane())
                    .containsExactly(tuple("a", 1),
                            tuple("b", 2));
            assertThat(store.remarks(Rows.NOW.plusMillis(1))).hasSize(1);
        }
    }

    @Test
    void oldRemarksOfTheSamePluginOnTheSameProfileGo() {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                long seq = tables.append(Rows.event(1, "a", Rows.NOW));
                tables.remark(remark(0, "unknown", LONG_AGO), seq);
                tables.remark(remark(0, "unknown", Rows.NOW), seq);
                tables.remark(new RemarkRow(seq, "other", "reply", "unknown", "", 0, LONG_AGO), seq);
                tables.dropRemarks("service", "reply", Rows.NOW.minus(Duration.ofDays(90)));
            });
            assertThat(store.remarks(Instant.EPOCH)).extracting(each -> each.remark().profile())
                    .containsExactly("other", "service");
        }
    }

    @Test
    void whatIsForgottenOfAnEventIsForgottenOfItsRemarks() throws SQLException {
        try (Store store = Rows.open(folder)) {
            Rows.write(store, tables -> {
                tables.remark(remark(0, "unknown", LONG_AGO), tables.append(Rows.event(1, "a", LONG_AGO)));
                tables.indexChats(0, 1);
            });
            assertThat(store.sealing().catchUp()).isTrue();
            Rows.write(store, tables -> tables.purge(1, Rows.NOW, 10));
            assertThat(store.remarks(Instant.EPOCH)).isEmpty();
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from remark")) {
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void aStoreOfTheFirstVersionKeepsEverythingAndLearnsToRemark() throws SQLException, IOException {
        makeFirstVersion();
        try (Store store = Rows.open(folder)) {
            assertThat(store.journal(1).orElseThrow().answer()).isEqualTo("好");
            assertThat(store.books().goodFiles()).containsOnlyKeys("rules/a.yaml");
            assertThat(store.remarks(Instant.EPOCH)).isEmpty();
            Rows.write(store, tables -> tables.remark(remark(1, "wrong", Rows.NOW), 1));
        }
        try (Store store = Rows.open(folder)) {
            assertThat(store.remarks(Instant.EPOCH)).singleElement()
                    .satisfies(each -> assertThat(each.event().answer()).isEqualTo("好"));
        }
    }

    /** A store as the first released version left it. */
    private void makeFirstVersion() throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var script = Schema.class.getResourceAsStream("V1.sql")) {
            assertThat(script).isNotNull();
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
            for (String sql : Sqlite.dialect(text).split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            statement.execute("create table schema_version (version int not null)");
            statement.execute("insert into schema_version values (1)");
            statement.execute("insert into journal values (1, 1, 'wecom', 'a', 0, 0, 1, x'61', '好', 'reply/invoice')");
            statement.execute("insert into good_file values ('rules/a.yaml', x'61', 0)");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("qunbot.db"));
    }

    private static RemarkRow remark(long seq, String kind, Instant at) {
        return new RemarkRow(seq, "service", "reply", kind, "product/offline", 0.5, at);
    }
}
