package io.qunbot.bot;

import io.qunbot.bot.evidence.Eraser;
import io.qunbot.http.Response;
import io.qunbot.store.LaneRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the command line has done with the archive of a running bot. */
record ArchiveApi(Bot bot) {

    Response bringIn(Map<String, String> query) {
        List<Path> files = query.getOrDefault("files", "").lines().map(Path::of).toList();
        if (files.isEmpty() || files.stream().anyMatch(file -> !file.isAbsolute())) {
            return Response.error(400);
        }
        if (!bot.archives().imports().begin(bot.channels().archive(query.getOrDefault("channel", "")), files)) {
            throw new Refused("上一次导入还没有结束", "an import is still under way");
        }
        return AdminDoor.known(bot.archives().imports().progress());
    }

    Response erase(Map<String, String> query) {
        String member = query.getOrDefault("member", "");
        String reason = query.getOrDefault("reason", "");
        String group = query.getOrDefault("group", "");
        if (member.isBlank() || reason.isBlank()) {
            return Response.error(400);
        }
        Optional<Integer> lane = bot.archives().verifying().group(group).map(LaneRow::number);
        return !group.isEmpty() && lane.isEmpty()
                ? Response.error(404)
                : AdminDoor.json(bot.archives().eraser()
                        .erase(new Eraser.Wish(member, group.isEmpty() ? Optional.empty() : lane, reason,
                                query.getOrDefault("who", ""), Boolean.parseBoolean(query.getOrDefault("dry", "false")),
                                bot.daysAgo(0))));
    }
}
