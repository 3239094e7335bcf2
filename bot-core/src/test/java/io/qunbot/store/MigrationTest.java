package io.qunbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that wait in a store of every earlier version leave by the channel that they waited for. */
class MigrationTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void wordsThatWaitedStillWait(int version) throws SQLException, IOException {
        makeVersion(version);
        try (Store store = Rows.open(folder)) {
            assertThat(store.outgoing().due("wecom", Instant.ofEpochMilli(20), Optional.empty(), 10)).singleElement()
                    .satisfies(row -> {
                        assertThat(row.body()).isEqualTo("好");
                        assertThat(row.outcome()).isEqualTo(Outcome.WAITING);
                        assertThat(row.route()).isEqualTo(OutboxRow.Route.by("wecom", Manner.ANSWER));
                    });
            Rows.write(store, tables -> tables.post(Rows.words(1, "新的")));
            assertThat(store.outgoing().last()).isEqualTo(2);
        }
    }

    private void makeVersion(int version) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("qunbot.db"));
                Statement statement = connection.createStatement()) {
            for (int step = 1; step <= version; step++) {
                run(statement, "V" + step + ".sql");
            }
            statement.execute("create table schema_version (version int not null)");
            statement.execute("insert into schema_version values (" + version + ")");
            statement.execute("insert into outbox values (1, 1, 1, 'wecom', 'say', '', '好', 'reply', 'invoice', 10, 10,"
                    + " 30, 0, 'WAITING', '', 10)");
        }
    }

    private static void run(Statement statement, String name) throws SQLException, IOException {
        try (var script = Schema.class.getResourceAsStream(name)) {
            assertThat(script).isNotNull();
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
            for (String sql : Sqlite.dialect(text).split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
