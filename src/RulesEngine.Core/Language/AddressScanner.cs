using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Finds web and e-mail addresses, handles and hashtags. Every scan is bounded, so that a line without blanks costs linear time.</summary>
internal static class AddressScanner
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 253;
    private const int LongestUrl = 4096;
    private const string UrlMarks = "-._~:/?#[]@!$&'()*+,;=%|";
    private static readonly Lazy<WordList> s_domains = WordList.Load("domains");

    /// <summary>The end of an address that starts at a position and ends in the chunk, or the position itself.</summary>
    public static int Scan(string text, int at, int end, out TokenKind kind)
    {
        kind = TokenKind.Url;
        var c = text[at];
        if (c is '@' or '＠')
        {
            kind = TokenKind.Handle;
            return ScanHandle(text, at, end);
        }

        if (c is '#' or '＃')
        {
            kind = TokenKind.Hashtag;
            return ScanHashtag(text, at, end);
        }

        if (!char.IsAsciiLetterOrDigit(c))
        {
            return at;
        }

        var found = ScanUrl(text, at, end);
        if (found == at)
        {
            found = ScanEmail(text, at, end);
            kind = found > at ? TokenKind.Email : kind;
        }

        return found > at ? found : ScanDomain(text, at, end);
    }

    private static int ScanHandle(string text, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && (Characters.WordLength(text, stop, end) is var length and > 0))
        {
            stop += length;
            if (stop + 1 < end && text[stop] is '.' or '@' && (char.IsAsciiLetterLower(text[stop + 1]) || char.IsAsciiDigit(text[stop + 1])))
            {
                stop++;
            }
        }

        return stop > at + 1 ? stop : at;
    }

    private static int ScanHashtag(string text, int at, int end)
    {
        var stop = at + 1;
        var letters = false;
        while (stop < end && Characters.WordLength(text, stop, end) is var length and > 0)
        {
            letters |= !char.IsDigit(text[stop]);
            stop += length;
        }

        return letters ? stop : at;
    }

    private static int ScanUrl(string text, int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        var scheme = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) ? 6
            : rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? 7
            : rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        if (scheme == 0 || scheme == rest.Length || !Characters.IsWord(text, at + scheme, end))
        {
            return at;
        }

        return TrimUrl(text, at + scheme, RunOfUrl(text, at + scheme, end));
    }

    private static int RunOfUrl(string text, int at, int end)
    {
        end = Math.Min(end, at + LongestUrl);
        while (at < end)
        {
            var length = Characters.WordLength(text, at, end);
            if (length == 0 && !UrlMarks.Contains(text[at]))
            {
                break;
            }

            at += Math.Max(1, length);
        }

        return at;
    }

    // Marks at the end of an address belong to the sentence; a closing bracket does unless the address opened it.
    private static int TrimUrl(string text, int start, int end)
    {
        var address = text.AsSpan(start, end - start);
        var bracket = address.Contains('(') || address.Contains('[');
        while (end > start + 1 && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' || (!bracket && text[end - 1] is ')' or ']')))
        {
            end--;
        }

        return end;
    }

    private static int ScanEmail(string text, int at, int end)
    {
        var sign = at;
        var limit = Math.Min(end, at + LongestLocalPart + 1);
        while (sign < limit && (char.IsAsciiLetterOrDigit(text[sign]) || text[sign] is '.' or '_' or '%' or '+' or '-'))
        {
            sign++;
        }

        if (sign >= limit || text[sign] != '@')
        {
            return at;
        }

        var stop = RunOfDomain(text, sign + 1, end);
        return stop > sign + 1 ? stop : at;
    }

    private static int RunOfDomain(string text, int at, int end)
    {
        var stop = at;
        var limit = Math.Min(end, at + LongestDomain);
        while (stop < limit)
        {
            if (char.IsAsciiLetterOrDigit(text[stop]) || text[stop] is '_')
            {
                stop++;
            }
            else if (text[stop] is '.' or '-' && stop > at && stop + 1 < limit && char.IsAsciiLetterOrDigit(text[stop + 1]))
            {
                stop += 2;
            }
            else
            {
                break;
            }
        }

        return stop;
    }

    // "example.org", "example.co.uk/path", "notes.pdf", and dotted names of three or more parts in lower case.
    private static int ScanDomain(string text, int at, int end)
    {
        var stop = RunOfDomain(text, at, end);
        var name = text.AsSpan(at, stop - at);
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || (stop < end && (text[stop] == '@' || Characters.IsWord(text, stop, end))))
        {
            return at;
        }

        var ending = name[(dot + 1)..];
        var known = s_domains.Value.Contains(ending) && (!ending.ContainsAnyInRange('A', 'Z') || !ending.ContainsAnyInRange('a', 'z') || ending is "Com" or "Org");
        if (!(known && name[..dot].ContainsAnyInRange('a', 'z')) && !(known && ending is "com" or "org" or "net") && !IsDottedName(name))
        {
            return at;
        }

        return stop < end && text[stop] == '/' ? TrimUrl(text, at, RunOfUrl(text, stop, end)) : stop;
    }

    private static bool IsDottedName(ReadOnlySpan<char> name)
    {
        var parts = 0;
        foreach (var range in name.Split('.'))
        {
            var part = name[range];
            if (part.Length < 2 || !IsLowerCase(part))
            {
                return false;
            }

            parts++;
        }

        return parts > 2;
    }

    private static bool IsLowerCase(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (!char.IsAsciiLetterLower(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
