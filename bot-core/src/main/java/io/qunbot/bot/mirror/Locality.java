package io.qunbot.bot.mirror;

import io.qunbot.bot.member.Members;
import io.qunbot.chat.MemberId;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.CorpTagRow;
import io.qunbot.store.Store;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says why a tag of somebody stays local although its family is mirrored.
 *
 * @param isConnected whether an app may use WeCom's corp tags
 */
public record Locality(Store store, Supplier<RuleBook> book, boolean isConnected) implements Members.Mirrored {

    static final String NO_APP = "没有填了 secret 的自建应用 (no app with a secret)";
    static final String INTERNAL = "不是外部联系人 (no external contact)";
    static final String NO_PAIR = "没有同事加过这位客户 (no colleague has added this customer)";
    private static final String SOON = "还没有同步 (not mirrored yet)";

    @Override
    public Optional<String> whyLocal(MemberId member, String tag) {
        if (book.get().families().sync(tag).isEmpty()) {
            return Optional.empty();
        }
        if (!isConnected) {
            return Optional.of(NO_APP);
        }
        if (!isCustomer(member)) {
            return Optional.of(INTERNAL);
        }
        CorpTagRow row = store.rosters().mirrored(member.value()).orElseGet(() -> CorpTagRow.fresh(member.value()));
        return row.agreed().contains(tag)
                ? Optional.empty()
                : Optional.of(row.reason().isEmpty() ? SOON : row.reason());
    }

    /** The ids of external contacts begin so. */
    public static boolean isCustomer(MemberId member) {
        return member.value().startsWith("wm") || member.value().startsWith("wo");
    }
}
