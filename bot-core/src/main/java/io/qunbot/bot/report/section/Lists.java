package io.qunbot.bot.report.section;

import io.qunbot.bot.report.Material;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Part.Table;
import io.qunbot.bot.report.Section;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Optional;

/** Who signed up or reported, list by list. */
public final class Lists implements Section {

    private static final int SHOWN = 30;

    @Override
    public Optional<Part> of(Material material) {
        if (material.lists().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = material.lists().stream().limit(SHOWN).map(sheet -> List.of(
                sheet.title().isEmpty() ? sheet.id() : sheet.title(), sheet.name(),
                String.valueOf(sheet.lines().size()))).toList();
        Table table = new Table(new Words("这几天记下的", "Noted in these days"),
                List.of(new Words("名单", "list"), new Words("群", "group"), new Words("人数", "people")), rows);
        return Optional.of(new Part("lists", new Words("报名和打卡", "Sign-ups and roll-calls"), List.of(), List.of(table),
                List.of(), List.of()));
    }
}
