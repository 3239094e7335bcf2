package io.qunbot.simulation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Customer groups, their join ways and welcome templates (documents 92120, 92229 and 92366). Thread-safe. */
final class GroupDesk {

    private static final int MOST_TEMPLATES = 100;

    private final Map<String, JsonObject> groups = new LinkedHashMap<>();
    private final Map<String, JsonObject> ways = new LinkedHashMap<>();
    private final Map<String, JsonObject> templates = new LinkedHashMap<>();
    private int made;

    /** @param group as {@code groupchat/get} gives it */
    synchronized void put(JsonObject group) {
        groups.put(group.get("chat_id").getAsString(), group);
    }

    /** {@code /cgi-bin/externalcontact/groupchat/list}. */
    synchronized JsonObject list(Received request, Form form) throws Refused {
        int limit = form.number("limit", Form.WRONG);
        if (limit < 1 || limit > 1000) {
            throw new Refused(Form.WRONG, "invalid limit");
        }
        List<String> ids = new ArrayList<>(groups.keySet());
        int from = form.optional("cursor").isEmpty() ? 0 : Integer.parseInt(form.optional("cursor"));
        int to = Math.min(ids.size(), from + limit);
        JsonArray list = new JsonArray();
        for (String id : ids.subList(from, to)) {
            JsonObject each = Endpoints.with("chat_id", id);
            each.addProperty("status", 0);
            list.add(each);
        }
        JsonObject answer = Endpoints.with("next_cursor", to < ids.size() ? String.valueOf(to) : "");
        answer.add("group_chat_list", list);
        return answer;
    }

    /** {@code /cgi-bin/externalcontact/groupchat/get}. */
    synchronized JsonObject get(Received request, Form form) throws Refused {
        JsonObject group = groups.get(form.text("chat_id", Form.WRONG));
        if (group == null) {
            throw new Refused(90501, "chat is not external group");
        }
        JsonObject copy = group.deepCopy();
        if (form.optional("need_name").equals("1")) {
            return wrapped("group_chat", copy);
        }
        if (copy.has("member_list")) {
            for (JsonElement member : copy.getAsJsonArray("member_list")) {
                member.getAsJsonObject().remove("name");
            }
        }
        return wrapped("group_chat", copy);
    }

    private static JsonObject wrapped(String name, JsonObject object) {
        JsonObject answer = new JsonObject();
        answer.add(name, object);
        return answer;
    }

    /** {@code /cgi-bin/externalcontact/groupchat/add_join_way}. */
    synchronized JsonObject addWay(Received request, Form form) throws Refused {
        int scene = form.number("scene", Form.WRONG);
        form.texts("chat_id_list", 1, 5);
        if (scene < 1 || scene > 2 || form.optional("state").length() > 30) {
            throw new Refused(Form.WRONG, "invalid scene or state");
        }
        String id = "way" + ++made;
        JsonObject way = form.json().deepCopy();
        way.addProperty("config_id", id);
        way.addProperty("qr_code", "http://127.0.0.1/" + id);
        ways.put(id, way);
        return Endpoints.with("config_id", id);
    }

    private JsonObject way(Form form) throws Refused {
        JsonObject way = ways.get(form.text("config_id", Form.WRONG));
        if (way == null) {
            throw new Refused(Form.WRONG, "invalid config_id");
        }
        return way;
    }

    /** {@code /cgi-bin/externalcontact/groupchat/get_join_way}. */
    synchronized JsonObject getWay(Received request, Form form) throws Refused {
        return wrapped("join_way", way(form).deepCopy());
    }

    /** {@code /cgi-bin/externalcontact/groupchat/update_join_way}. */
    synchronized JsonObject updateWay(Received request, Form form) throws Refused {
        JsonObject way = way(form);
        form.texts("chat_id_list", 1, 5);
        form.json().entrySet().forEach(field -> way.add(field.getKey(), field.getValue()));
        return new JsonObject();
    }

    /** {@code /cgi-bin/externalcontact/groupchat/del_join_way}. */
    synchronized JsonObject deleteWay(Received request, Form form) throws Refused {
        ways.remove(way(form).get("config_id").getAsString());
        return new JsonObject();
    }

    /** {@code /cgi-bin/externalcontact/group_welcome_template/add}. */
    synchronized JsonObject addTemplate(Received request, Form form) throws Refused {
        form.form("text").text("content", 44004, 3000);
        if (templates.size() >= MOST_TEMPLATES) {
            throw new Refused(Form.WRONG, "too many templates");
        }
        String id = "template" + ++made;
        templates.put(id, form.json().deepCopy());
        return Endpoints.with("template_id", id);
    }

    private JsonObject template(Form form) throws Refused {
        JsonObject template = templates.get(form.text("template_id", Form.WRONG));
        if (template == null) {
            throw new Refused(Form.WRONG, "invalid template_id");
        }
        return template;
    }

    /** {@code /cgi-bin/externalcontact/group_welcome_template/edit}. */
    synchronized JsonObject editTemplate(Received request, Form form) throws Refused {
        form.form("text").text("content", 44004, 3000);
        template(form).add("text", form.json().get("text"));
        return new JsonObject();
    }

    /** {@code /cgi-bin/externalcontact/group_welcome_template/get}. */
    synchronized JsonObject getTemplate(Received request, Form form) throws Refused {
        return template(form).deepCopy();
    }

    /** {@code /cgi-bin/externalcontact/group_welcome_template/del}. */
    synchronized JsonObject deleteTemplate(Received request, Form form) throws Refused {
        template(form);
        templates.remove(form.optional("template_id"));
        return new JsonObject();
    }
}
