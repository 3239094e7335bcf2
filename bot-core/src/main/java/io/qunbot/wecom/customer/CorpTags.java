package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.WecomApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * WeCom's corp tags (documents 92117 and 92118): a library of groups of tags, and which of them sit on the pair of a
 * customer and a colleague who has added them. Thread-safe; blocks.
 *
 * @param agentId of the app that may use the tags which it makes
 */
public record CorpTags(WecomApi api, int agentId) {

    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final int NAME_CHARACTERS = 30;
    /** Tags of the library; others are a colleague's own. */
    private static final int CORPORATE = 1;

    /** A group of tags: their ids by their names. */
    public record TagGroup(String id, String name, Map<String, String> tags) {
        public TagGroup {
            tags = Map.copyOf(tags);
        }
    }

    /**
     * A colleague who has a customer.
     *
     * @param since seconds of the epoch
     * @param tags the ids of the corp tags on this pair
     */
    public record Follower(MemberId colleague, long since, List<String> tags) {
        public Follower {
            tags = List.copyOf(tags);
        }
    }

    /** The whole library, group by group. */
    public List<TagGroup> library() throws GatewayException {
        return Fields.objects(api.post(PATH + "get_corp_tag_list", new JsonObject()), "tag_group").stream()
                .filter(group -> !isDeleted(group)).map(CorpTags::group).toList();
    }

    private static TagGroup group(JsonObject json) {
        Map<String, String> tags = new LinkedHashMap<>();
        Fields.objects(json, "tag").stream().filter(tag -> !isDeleted(tag))
                .forEach(tag -> tags.put(Fields.text(tag, "name"), Fields.text(tag, "id")));
        return new TagGroup(Fields.text(json, "group_id"), Fields.text(json, "group_name"), tags);
    }

    private static boolean isDeleted(JsonObject json) {
        return Fields.text(json, "deleted").equals("true");
    }

    /** Adds tags to a group, which is made when there is none. */
    public void add(String group, List<String> names) throws GatewayException {
        if (isTooLong(group) || names.stream().anyMatch(CorpTags::isTooLong)) {
            throw Refusals.drop("企业标签和标签组的名字最多 " + NAME_CHARACTERS + " 个字",
                    "corp tags and their groups have names of " + NAME_CHARACTERS + " characters at most");
        }
        api.post(PATH + "add_corp_tag", Fields.of("group_name", group, "agentid", agentId, "tag",
                names.stream().map(name -> Fields.of("name", name)).toList()));
    }

    private static boolean isTooLong(String name) {
        return name.codePointCount(0, name.length()) > NAME_CHARACTERS;
    }

    /** The colleagues who have a customer, the first of them first. */
    public List<Follower> followers(MemberId customer) throws GatewayException {
        List<Follower> followers = new ArrayList<>();
        String cursor = "";
        do {
            Map<String, String> query = cursor.isEmpty()
                    ? Map.of("external_userid", customer.value())
                    : Map.of("external_userid", customer.value(), "cursor", cursor);
            JsonObject page = api.get(PATH + "get", query);
            Fields.objects(page, "follow_user").forEach(each -> followers.add(follower(each)));
            cursor = Fields.text(page, "next_cursor");
        } while (!cursor.isEmpty());
        return followers.stream().sorted((one, other) -> Long.compare(one.since(), other.since())).toList();
    }

    private static Follower follower(JsonObject json) {
        return new Follower(new MemberId(Fields.text(json, "userid")), Fields.number(json, "createtime"),
                Fields.objects(json, "tags").stream().filter(tag -> Fields.number(tag, "type") == CORPORATE)
                        .map(tag -> Fields.text(tag, "tag_id")).toList());
    }

    /** Puts tags on a pair, and takes others off. */
    public void mark(MemberId colleague, MemberId customer, List<String> add, List<String> remove)
            throws GatewayException {
        api.post(PATH + "mark_tag", Fields.of("userid", colleague.value(), "external_userid", customer.value(),
                "add_tag", add, "remove_tag", remove));
    }
}
