package io.qunbot.plugins;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Detail;
import io.qunbot.plugin.PluginServices;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profile of a small company in Shanghai. */
public record FakeServices(List<String> value, Map<String, String> vars, Map<String, List<String>> staff,
        Map<String, String> names) implements PluginServices {

    public static FakeServices company() {
        return new FakeServices(List.of("专属顾问", "每周小课"), Map.of("hotline", "400-000-0000"),
                Map.of("owner", List.of("zhou.min"), "发票", List.of("fang.hui", "lisi")), Map.of("fang.hui", "方慧"));
    }

    @Override
    public String profile() {
        return "service";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    /** As if there were a checklist. */
    @Override
    public List<Detail> details() {
        return List.of(new Detail(Detail.PROGRESS, "progress.checklist", "清单", "还没开始"));
    }

    @Override
    public List<MemberId> staff(String post) {
        return staff.getOrDefault(post, List.of()).stream().map(MemberId::new).toList();
    }

    @Override
    public List<String> posts() {
        return staff.keySet().stream().sorted().toList();
    }

    @Override
    public boolean isStaff(MemberId member) {
        return staff.values().stream().anyMatch(colleagues -> colleagues.contains(member.value()));
    }

    @Override
    public LocalDate today() {
        return LocalDate.of(2026, 12, 3);
    }

    @Override
    public Optional<String> nameOf(MemberId member) {
        return Optional.ofNullable(names.get(member.value()));
    }
}
