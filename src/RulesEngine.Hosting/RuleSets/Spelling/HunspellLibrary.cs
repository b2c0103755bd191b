using System.Runtime.InteropServices;

namespace RulesEngine.Hosting.RuleSets.Spelling;

/// <summary>The functions of the system's libhunspell, found when a spelling rule first asks for them.</summary>
internal sealed class HunspellLibrary
{
    /// <summary>What to do where the library is not there.</summary>
    public const string Missing = "spelling needs the library Hunspell, which is not installed; install it (libhunspell in most package managers) or switch the rule off";

    private static readonly string[] s_names =
    [
        "libhunspell-1.7.so.0", "libhunspell-1.7.so", "libhunspell-1.6.so.0", "libhunspell.so", "libhunspell-1.7.0.dylib", "libhunspell-1.7.dylib", "libhunspell.dylib",
        "libhunspell-1.7-0.dll", "libhunspell.dll", "hunspell.dll",
    ];

    private static readonly Lazy<HunspellLibrary?> s_instance = new(Load);

    private HunspellLibrary(nint library)
    {
        Create = Get<CreateFunction>(library, "Hunspell_create");
        Spell = Get<SpellFunction>(library, "Hunspell_spell");
        Suggest = Get<SuggestFunction>(library, "Hunspell_suggest");
        FreeList = Get<FreeListFunction>(library, "Hunspell_free_list");
        AddDictionary = Get<AddDictionaryFunction>(library, "Hunspell_add_dic");
        GetEncoding = Get<GetEncodingFunction>(library, "Hunspell_get_dic_encoding");
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate nint CreateFunction(byte[] affixPath, byte[] dictionaryPath);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SpellFunction(nint handle, byte[] word);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SuggestFunction(nint handle, out nint list, byte[] word);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void FreeListFunction(nint handle, ref nint list, int count);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int AddDictionaryFunction(nint handle, byte[] dictionaryPath);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate nint GetEncodingFunction(nint handle);

    /// <summary>The library, or null where it is not installed.</summary>
    public static HunspellLibrary? Instance => s_instance.Value;

    public CreateFunction Create { get; }

    public SpellFunction Spell { get; }

    public SuggestFunction Suggest { get; }

    public FreeListFunction FreeList { get; }

    public AddDictionaryFunction AddDictionary { get; }

    public GetEncodingFunction GetEncoding { get; }

    private static HunspellLibrary? Load()
    {
        foreach (var name in s_names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return new HunspellLibrary(library);
            }
        }

        return null;
    }

    private static T Get<T>(nint library, string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, name));
}
