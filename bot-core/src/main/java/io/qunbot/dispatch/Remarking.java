package io.qunbot.dispatch;

import io.qunbot.store.RemarkRow;
import io.qunbot.store.Tables;
import io.qunbot.store.WriteException;
import java.time.Instant;

/**
 * A remark on its way into the store.
 *
 * @param forget older remarks of the same plugin on the same profile go
 */
record Remarking(RemarkRow row, Instant forget) {

    void write(Tables tables, long turn) throws WriteException {
        tables.remark(row, turn);
        tables.dropRemarks(row.profile(), row.plugin(), forget);
    }
}
