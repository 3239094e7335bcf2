package io.qunbot.bot.archive.media;

import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.Shared;
import io.qunbot.plugin.keep.MediaPolicy;
import io.qunbot.plugin.keep.Size;
import io.qunbot.store.MediumRow;
import io.qunbot.wecom.archive.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which media of a message are to be fetched. */
public final class Wishes {

    private Wishes() {}

    /** All that a message holds, those among them that nobody wants. */
    public static List<MediumRow> of(Event.Said said, byte[] payload, MediaPolicy policy) {
        if (!mayHold(said.content())) {
            return List.of();
        }
        List<MediumRow> rows = new ArrayList<>();
        for (Attachment attachment : Attachment.of(payload)) {
            rows.add(MediumRow.heard(rows.size(), attachment.type(), attachment.size(), judge(attachment, policy)));
        }
        return rows;
    }

    /** Most messages are words: they need no second look. */
    private static boolean mayHold(Content content) {
        return switch (content) {
            case Content.Text _,Content.Link _,Content.Location _ -> false;
            case Shared.Call _,Shared.Sticker _,Shared.Transcript _ -> true;
            case Shared _ -> false;
            default -> true;
        };
    }

    private static MediumRow.Progress judge(Attachment attachment, MediaPolicy policy) {
        if (!policy.wants(MediaPolicy.Type.valueOf(attachment.type().toUpperCase(Locale.ROOT)))) {
            return MediumRow.Progress.NEW.ended(MediumRow.State.UNWANTED,
                    "规则不要这一种 (the rules want none of this type)");
        }
        return attachment.size() > policy.largest().bytes()
                ? MediumRow.Progress.NEW.ended(MediumRow.State.UNWANTED, tooLarge(attachment.size(), policy.largest()))
                : MediumRow.Progress.NEW;
    }

    static String tooLarge(long size, Size largest) {
        return "比 " + largest + " 大:" + Size.print(size) + " (larger than " + largest + ")";
    }
}
