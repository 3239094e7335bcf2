package io.qunbot.simulation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Corp tags and the colleagues of customers (documents 92114, 92117 and 92118). Thread-safe. */
final class TagDesk {

    private static final int NAME_CHARACTERS = 30;
    private static final int MOST_TAGS = 10_000;
    private static final int NO_CONTACT = 84061;
    private static final int NO_TAG = 40068;

    private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> pairs = new LinkedHashMap<>();
    private int made;

    /** A colleague has added a customer. */
    synchronized void befriend(String userId, String externalId) {
        pairs.computeIfAbsent(externalId, _ -> new LinkedHashMap<>()).putIfAbsent(userId, new LinkedHashSet<>());
    }

    /** A colleague or a customer has deleted the other. */
    synchronized void part(String userId, String externalId) {
        pairs.getOrDefault(externalId, new LinkedHashMap<>()).remove(userId);
    }

    /** Whether a colleague has a customer. */
    synchronized boolean isConnected(String userId, String externalId) {
        return pairs.getOrDefault(externalId, Map.of()).containsKey(userId);
    }

    /** {@code /cgi-bin/externalcontact/get_follow_user_list}. */
    synchronized JsonObject followUsers(Received request, Form form) {
        JsonArray users = new JsonArray();
        pairs.values().stream().flatMap(followers -> followers.keySet().stream()).distinct().sorted()
                .forEach(users::add);
        return with("follow_user", users);
    }

    /** {@code /cgi-bin/externalcontact/list}. */
    synchronized JsonObject customers(Received request, Form form) throws Refused {
        String user = request.query().getOrDefault("userid", "");
        JsonArray customers = new JsonArray();
        pairs.forEach((customer, followers) -> {
            if (followers.containsKey(user)) {
                customers.add(customer);
            }
        });
        if (customers.isEmpty()) {
            throw new Refused(NO_CONTACT, "not external contact");
        }
        return with("external_userid", customers);
    }

    /** The names of the tags on a pair. */
    synchronized List<String> on(String userId, String externalId) {
        return pairs.getOrDefault(externalId, Map.of()).getOrDefault(userId, Set.of()).stream().map(this::name)
                .toList();
    }

    /** A colleague changes the tags of a customer in the client. */
    synchronized void edit(String userId, String externalId, String group, String tag, boolean on) {
        String id = groups.computeIfAbsent(group, _ -> new LinkedHashMap<>()).computeIfAbsent(tag,
                _ -> "et" + ++made);
        Set<String> tags = pairs.getOrDefault(externalId, Map.of()).getOrDefault(userId, Set.of());
        boolean changed = on ? tags.add(id) : tags.remove(id);
        if (!changed) {
            throw new IllegalStateException(tag + " is so already");
        }
    }

    private String name(String id) {
        return groups.values().stream().flatMap(group -> group.entrySet().stream())
                .filter(tag -> tag.getValue().equals(id)).map(Map.Entry::getKey).findFirst().orElse(id);
    }

    /** {@code /cgi-bin/externalcontact/get_corp_tag_list}. */
    synchronized JsonObject list(Received request, Form form) {
        JsonArray all = new JsonArray();
        groups.keySet().forEach(group -> all.add(group(group)));
        return with("tag_group", all);
    }

    private JsonObject group(String name) {
        JsonArray tags = new JsonArray();
        groups.getOrDefault(name, Map.of()).forEach((tag, id) -> {
            JsonObject each = Endpoints.with("id", id);
            each.addProperty("name", tag);
            each.addProperty("deleted", false);
            tags.add(each);
        });
        JsonObject group = with("tag", tags);
        group.addProperty("group_id", "group " + name);
        group.addProperty("group_name", name);
        return group;
    }

    /** {@code /cgi-bin/externalcontact/add_corp_tag}. */
    synchronized JsonObject add(Received request, Form form) throws Refused {
        String group = named(form.text("group_name", Form.WRONG));
        List<String> names = new ArrayList<>();
        for (JsonElement tag : form.list("tag", 1, 100)) {
            names.add(named(new Form(tag.getAsJsonObject()).text("name", Form.WRONG)));
        }
        Map<String, String> tags = groups.computeIfAbsent(group, _ -> new LinkedHashMap<>());
        if (names.stream().anyMatch(tags::containsKey)) {
            throw new Refused(40071, "corp tag name already exists");
        }
        if (groups.values().stream().mapToInt(Map::size).sum() + names.size() > MOST_TAGS) {
            throw new Refused(81011, "too many corp tags");
        }
        names.forEach(name -> tags.put(name, "et" + ++made));
        JsonObject answer = new JsonObject();
        answer.add("tag_group", group(group));
        return answer;
    }

    private static String named(String name) throws Refused {
        if (name.codePointCount(0, name.length()) > NAME_CHARACTERS) {
            throw new Refused(Form.WRONG, "name too long");
        }
        return name;
    }

    /** {@code /cgi-bin/externalcontact/get}. */
    synchronized JsonObject customer(Received request, Form form) throws Refused {
        String id = request.query().getOrDefault("external_userid", "");
        if (!pairs.containsKey(id) || pairs.get(id).isEmpty()) {
            throw new Refused(NO_CONTACT, "not external contact");
        }
        JsonArray followers = new JsonArray();
        pairs.get(id).forEach((user, tags) -> {
            JsonObject follower = Endpoints.with("userid", user);
            follower.addProperty("createtime", 1_700_000_000 + followers.size());
            follower.add("tags", tags(tags));
            followers.add(follower);
        });
        JsonObject answer = with("follow_user", followers);
        answer.add("external_contact", Endpoints.with("external_userid", id));
        return answer;
    }

    private JsonArray tags(Set<String> ids) {
        JsonArray tags = new JsonArray();
        ids.forEach(id -> {
            JsonObject tag = Endpoints.with("tag_id", id);
            tag.addProperty("tag_name", name(id));
            tag.addProperty("type", 1);
            tags.add(tag);
        });
        return tags;
    }

    /** {@code /cgi-bin/externalcontact/mark_tag}. */
    synchronized JsonObject mark(Received request, Form form) throws Refused {
        Set<String> tags = pairs.getOrDefault(form.text("external_userid", Form.WRONG), Map.of())
                .get(form.text("userid", Form.WRONG));
        if (tags == null) {
            throw new Refused(NO_CONTACT, "no contact relation");
        }
        List<String> add = form.texts("add_tag", 0, 3000);
        List<String> remove = form.texts("remove_tag", 0, 3000);
        if (add.isEmpty() && remove.isEmpty()) {
            throw new Refused(Form.WRONG, "nothing to mark");
        }
        for (String id : add) {
            if (groups.values().stream().noneMatch(group -> group.containsValue(id))) {
                throw new Refused(NO_TAG, "invalid tag id");
            }
        }
        remove.forEach(tags::remove);
        tags.addAll(add);
        return new JsonObject();
    }

    private static JsonObject with(String name, JsonArray list) {
        JsonObject answer = new JsonObject();
        answer.add(name, list);
        return answer;
    }
}
